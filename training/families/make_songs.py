"""Makes 36 songs with the engine, all singers and many bands: make_songs.py OUT TROUBADOUR.dll LYRICS_FOLDER. Every third is for tests."""

import pathlib
import subprocess
import sys

KINDS = [
    ("Pop", "pop-rock"), ("Pop", "country"), ("R&B/Soul", "contemporary r&b"), ("Rock", "classic rock"), ("Folk", "acoustic folk"),
    ("Jazz", "jazz swing"), ("Electronic", "future bass"), ("Pop", "orchestral ballad"), ("Disco", ""), ("Reggae", ""),
    ("Chinese Style", ""), ("Pop Punk", ""), ("Pop", "latin pop"), ("Hip Hop/Rap", "lofi"), ("Pop", "celtic with flute and fiddle"),
    ("Pop", "big band with brass"), ("Electronic", "synthwave"), ("Bossa Nova", ""),
]
TIMBRES = [
    "Warm", "Bright", "Husky", "Electrified voice", "Sweet_AUDIO_TIMBRE", "Cute_AUDIO_TIMBRE", "Loud and sonorous", "Powerful",
    "Sexy/Lazy",
]


def main():
    out, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    lyrics = sorted(pathlib.Path(sys.argv[3]).glob("*.txt"))
    for number in range(36):
        target = out / ("test" if number % 3 == 0 else "train") / f"song-{number:02}"
        if (target / "song.json").exists():
            continue
        genre, description = KINDS[(number * 5 + number // 18 * 7) % 18]
        arguments = ["--genre", genre, "--lyrics", str(lyrics[number % len(lyrics)]), "--duration", "45"]
        arguments += ["--gender", ["Female", "Male"][number % 2], "--timbre", TIMBRES[number // 2 % 9]]
        arguments += ["--description", description] if description else []
        subprocess.run(
            ["dotnet", program, "make", *arguments, "--seed", str(91000 + number), "--out", str(target), "--no-mp3"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        print(target.name, genre, description, flush=True)


main()
