"""Reads the frames that the scanner read with PyPI's zxing-cpp: path, format, text, milliseconds, a line a code."""

import sys
import time

import zxingcpp
from PIL import Image

for path in sys.argv[1:]:
    image = Image.open(path)
    image.load()
    began = time.perf_counter()
    found = zxingcpp.read_barcodes(image)
    took = (time.perf_counter() - began) * 1000
    for code in found or [None]:
        text = code.text if code else ""
        print(path, code.format.name if code else "", text, f"{took:.2f}", sep="\t")
