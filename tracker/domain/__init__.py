"""Values and pure rules of the record; standard library only, no clock, no I/O."""
