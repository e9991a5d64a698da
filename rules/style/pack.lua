-- House style: spelling and terms that a set of documents does not write in one way. A matter of taste, so it is not run
-- by default; `gainsay --pack core --pack style PATH` does.
return {
  api     = 1,
  name    = "style",
  version = "1.0.0",
}
