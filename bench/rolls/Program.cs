// Writes a generated register, lists of people in it and absent from it, and the truth:
//   generate-rolls REGISTER KNOWN ABSENT FOLDER
using System.Globalization;
using Hearsay.Tests.Rolls;

int Number(int at) => int.Parse(args[at], CultureInfo.InvariantCulture);
var folder = Directory.CreateDirectory(args[3]).FullName;
var generator = new RollGenerator(42);
var people = generator.People(Number(0));
var rows = generator.List(people, Number(1), Number(2), new RollGenerator.Rates());
File.WriteAllLines(Path.Combine(folder, "register.csv"), RollGenerator.Register(people));
File.WriteAllLines(Path.Combine(folder, "list.csv"), RollGenerator.Csv(rows));
File.WriteAllLines(Path.Combine(folder, "list-full.csv"), RollGenerator.Csv(rows, fullName: true));
File.WriteAllLines(Path.Combine(folder, "list-undated.csv"), RollGenerator.Csv(rows, dates: false));
File.WriteAllLines(Path.Combine(folder, "register-facts.csv"), RollGenerator.RegisterWithFacts(people));
File.WriteAllLines(Path.Combine(folder, "list-facts.csv"), RollGenerator.CsvWithFacts(rows, dates: true));
File.WriteAllLines(Path.Combine(folder, "list-facts-undated.csv"), RollGenerator.CsvWithFacts(rows, dates: false));
File.WriteAllLines(Path.Combine(folder, "truth.csv"), rows.Select(row => row.Truth < 0 ? "0" : (row.Truth + 1).ToString(CultureInfo.InvariantCulture)).Prepend("register_row"));
