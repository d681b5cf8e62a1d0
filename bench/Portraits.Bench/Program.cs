using Troubadour.Portraits.Bench;

// From the repository's root:
//   Portraits.Bench table               listens to our voices, writes src/Portraits/Data
//   Portraits.Bench spread FOLDER...    then, once: widens the table's spread by songs (not those it is proved with)
//   Portraits.Bench listen FILE...      prints the portrait of each and its voice of ours
//   Portraits.Bench prove [FOLDER...]   finds voices again, writes bench/results/portraits.md; folders of songs with stems
switch (args)
{
    case ["table"]:
        TableCommand.Run();
        return 0;
    case ["spread", .. var folders]:
        SpreadCommand.Run(folders);
        return 0;
    case ["prove", .. var folders]:
        ProveCommand.Run(folders);
        return 0;
    case ["listen", .. var files]:
        ListenCommand.Run(files);
        return 0;
    default:
        Console.Error.WriteLine("Portraits.Bench table | spread FOLDER... | listen FILE... | prove [FOLDER...]");
        return 2;
}
