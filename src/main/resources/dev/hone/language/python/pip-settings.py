"""Prints how pip is set up on this machine: one setting a line, its name, a space, its value."""

import os
import ssl
import urllib.parse

from pip._internal.commands import create_command
from pip._internal.models.index import PyPI


def show(name, value):
    if value:
        print(name, value)


def certificates(given):
    """Returns the file or the folder with the certificates that pip would trust."""
    usual = ssl.get_default_verify_paths()
    for path in (given, os.environ.get("REQUESTS_CA_BUNDLE"), os.environ.get("CURL_CA_BUNDLE"),
                 usual.cafile, usual.capath):
        if path and os.path.exists(path):
            return os.path.abspath(path)
    return ""


options, _ = create_command("install", isolated=False).parser.parse_args([])
indexes = [] if options.no_index else [options.index_url] + list(options.extra_index_urls)
for number, url in enumerate(indexes):
    show("index" if number == 0 else "extra-index", url)
    # The index of the files names another host than that of the pages.
    if urllib.parse.urlsplit(url).netloc == PyPI.netloc:
        show("host", PyPI.file_storage_domain)
for place in options.find_links:
    path = place[len("file://"):] if place.startswith("file://") else os.path.expanduser(place)
    if "://" in path:
        show("links", path)
    elif os.path.exists(path):
        show("folder", os.path.abspath(path))
show("certificates", certificates(options.cert))
show("timeout", "%g" % options.timeout)
