#!/usr/bin/env python3
"""Writes src/Lyrics/Languages/Mandarin/Readings.txt: the usual Mandarin reading of every Han character that has one.

Source: the Han-Latin transliteration of ICU (program uconv, Debian package icu-devtools), which holds Unicode's CLDR data.
Run: eng/han-readings.py > src/Lyrics/Languages/Mandarin/Readings.txt
"""

import subprocess
import unicodedata

TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
BLOCKS = [range(0x3007, 0x3008), range(0x4E00, 0xA000), range(0x3400, 0x4DC0)]


def numbered(pinyin):
    """'lǜ' as 'lv4'; a syllable without a mark has tone 5; None where the text is no syllable."""
    tone, letters = 5, ""
    for sign in unicodedata.normalize("NFD", pinyin):
        if sign in TONES:
            tone = TONES[sign]
        elif sign == "\u0308":
            letters = letters[:-1] + "v"
        elif sign == "\u0302":
            continue
        elif sign.isascii() and sign.isalpha():
            letters += sign
        else:
            return None
    return f"{letters}{tone}" if letters else None


def main():
    characters = [chr(code) for block in BLOCKS for code in block]
    text = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Han-Latin"],
        input="\n".join(characters).encode(),
        capture_output=True,
        check=True,
    ).stdout.decode()
    readings = {}
    for character, pinyin in zip(characters, text.split("\n"), strict=True):
        reading = numbered(pinyin) if pinyin != character else None
        if reading:
            readings.setdefault(reading, []).append(character)
    print("# Pinyin with the tone (5 neutral, v for u with two dots), then the characters that are usually read so.")
    print("# Made by eng/han-readings.py from ICU's Han-Latin data. Copyright Unicode, Inc.; see NOTICE.")
    for reading in sorted(readings):
        print(reading, "".join(readings[reading]))


main()
