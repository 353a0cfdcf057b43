// Shows how far a workbook has been sent; the form works without it.
(function () {
  "use strict";

  const JSON_TYPE = "application/json";

  function follow(place, sender) {
    const bar = place.querySelector("progress");
    const words = place.querySelector("[data-sending-words]");
    let said = -1;
    sender.upload.addEventListener("progress", function (event) {
      const percent = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0;
      bar.value = percent;
      // Not every step is said: a screen reader would never come to an end.
      if (percent - said >= 20) {
        said = percent;
        words.textContent = words.dataset.percent.replace("{}", percent);
      }
    });
    sender.upload.addEventListener("load", function () {
      bar.removeAttribute("value");
      words.textContent = words.dataset.sent;
    });
  }

  function show(sender) {
    const type = sender.getResponseHeader("Content-Type") || "";
    if (type.startsWith(JSON_TYPE)) {
      window.location.assign(JSON.parse(sender.responseText).next);
      return;
    }
    document.open();
    document.write(sender.responseText);
    document.close();
  }

  document.querySelectorAll("form").forEach(function (form) {
    const place = form.querySelector("[data-sending]");
    if (!place) return;
    form.addEventListener("submit", function (event) {
      const button = form.querySelector("button[type=submit]");
      if (!form.querySelector("input[type=file]").files.length) return;
      event.preventDefault();
      const sender = new XMLHttpRequest();
      follow(place, sender);
      sender.addEventListener("load", function () { show(sender); });
      // What the script cannot send, the browser may: it says what is wrong.
      sender.addEventListener("error", function () { form.submit(); });
      sender.open("POST", form.action);
      sender.setRequestHeader("Accept", JSON_TYPE + ", text/html;q=0.9");
      sender.send(new FormData(form));
      button.disabled = true;
      place.hidden = false;
    });
  });
})();
