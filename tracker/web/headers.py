"""What browsers are told with every answer: what a page may load and do."""

from flask import Flask, Response, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONE_YEAR = 365 * 24 * 60 * 60


def init_app(app: Flask) -> None:
    """Give every answer the headers, those it has already left alone."""
    app.after_request(add_headers)
    app.after_request(keep_for_good)
    if app.config.get("SESSION_COOKIE_SECURE"):
        app.after_request(ask_for_https)


def add_headers(response: Response) -> Response:
    """Add what the answer does not say itself."""
    given = {name.lower() for name, _ in response.headers}
    for name, value in HEADERS.items():
        if name.lower() not in given:
            response.headers.add(name, value)
    return response


def keep_for_good(response: Response) -> Response:
    """A static file whose address names its content never changes (frame.asset)."""
    if request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return response


def ask_for_https(response: Response) -> Response:
    """Tell browsers to come by https only, where the tracker is served so."""
    response.headers.setdefault("Strict-Transport-Security", f"max-age={ONE_YEAR}")
    return response
