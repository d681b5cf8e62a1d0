"""Makes songs with the engine: make_songs.py OUT TROUBADOUR.dll LYRICS_FOLDER. Genres, singers, tempi and lyrics change from song to song."""

import pathlib
import subprocess
import sys

# Genre, description; the styles of the songs held out are not among them.
KINDS = [
    ("Pop", ""), ("Rock", ""), ("Electronic", ""), ("Hip Hop/Rap", ""), ("R&B/Soul", ""), ("Folk", ""),
    ("Disco", ""), ("Trap Rap", ""), ("Punk", ""), ("Reggae", ""), ("Jazz", ""), ("DJ", ""), ("Pop Punk", ""),
    ("Bossa Nova", ""), ("R&B Rap", ""), ("GuFeng Music", ""), ("Chinoiserie Electronic", ""), ("Pop", "country"),
    ("Pop", "synthwave"), ("Electronic", "drum and bass"), ("Pop", "latin pop"), ("Pop", "afrobeat"), ("Pop", "piano ballad"),
    ("Electronic", "house"), ("Hip Hop/Rap", "lofi"), ("Rock", "shuffle"), ("R&B/Soul", "classic soul"), ("Folk", "waltz"),
    ("Folk", "celtic"), ("Rock", "industrial"), ("Pop", "christmas"), ("Pop", "funk"),
]
SECONDS = 60


def main():
    out, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    lyrics = sorted(pathlib.Path(sys.argv[3]).glob("*.txt"))
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    for number in range(rounds * len(KINDS)):
        genre, description = KINDS[number % len(KINDS)]
        target = out / f"song-{number:03}"
        if (target / "song.json").exists():
            continue
        arguments = ["--genre", genre, "--lyrics", str(lyrics[number % len(lyrics)]), "--duration", str(SECONDS)]
        arguments += ["--gender", ["Female", "Male"][(number + number // len(KINDS)) % 2]]
        arguments += ["--description", description] if description else []
        subprocess.run(
            ["dotnet", program, "make", *arguments, "--seed", str(7000 + number), "--out", str(target), "--no-mp3"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        print(target.name, genre, description, flush=True)


main()
