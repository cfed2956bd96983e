"""The web page: a local server around paired worlds, and the built front end that it hands out."""
