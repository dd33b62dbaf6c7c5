namespace Hearsay.Rolls.Linkage;

/// <summary>How two birth dates agree; a higher level speaks more for one person.</summary>
internal enum DateLevel : byte
{
    /// <summary>One of them is unknown.</summary>
    Missing,

    /// <summary>They are different.</summary>
    Different,

    /// <summary>Two of day, month and year agree.</summary>
    TwoOfThree,

    /// <summary>One gives only the year, and the years agree.</summary>
    Year,

    /// <summary>One digit is off, two neighbouring digits change places, or they are neighbouring days.</summary>
    Slip,

    /// <summary>Day and month changed places.</summary>
    Swapped,

    /// <summary>They are the same.</summary>
    Same,
}

/// <summary>How two names agree in one part.</summary>
internal enum NameLevel : byte
{
    /// <summary>One of them lacks the part, which is no disagreement.</summary>
    Missing,

    /// <summary>The parts are different names.</summary>
    Different,

    /// <summary>They have something in common.</summary>
    Weak,

    /// <summary>One is an initial of the other.</summary>
    Initial,

    /// <summary>They differ as a slip makes them.</summary>
    Near,

    /// <summary>They are the same name.</summary>
    Same,
}

/// <summary>How the words of the list's name were laid beside the register's.</summary>
internal enum NameOrderLevel : byte
{
    /// <summary>Part by part.</summary>
    AsGiven,

    /// <summary>Surname and given name exchanged.</summary>
    Exchanged,

    /// <summary>The first word of the list's name taken as its surname, or its last moved to the front.</summary>
    Rotated,
}

/// <summary>How two records agree, field by field.</summary>
/// <param name="Surname">The surnames.</param>
/// <param name="Given">The given names.</param>
/// <param name="Patronymic">The patronymics.</param>
/// <param name="Born">The birth dates.</param>
/// <param name="Order">How the names were laid beside each other.</param>
/// <param name="Facts">Two bits each for rank, unit, place and sex: 0 unknown, 1 different, 2 the same.</param>
internal readonly record struct Levels(NameLevel Surname, NameLevel Given, NameLevel Patronymic, DateLevel Born, NameOrderLevel Order, byte Facts);

/// <summary>A pair of records that may be one person.</summary>
/// <param name="List">Record of the list, from 0.</param>
/// <param name="Register">Record of the register, from 0.</param>
/// <param name="Levels">How they agree.</param>
/// <param name="Weight">The evidence in bits.</param>
internal readonly record struct Candidate(int List, int Register, Levels Levels, float Weight);
