package io.trashpong.harness.terminal.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The commands' words, in the order in which help lists them. */
public enum Word {
    ADDUSER("adduser", "NAME", "make an account; its password is asked for. A guest keeps his points.") {
        @Override
        Parsed read(String rest) {
            return Arguments.name(this, rest, Command.AddUser::new);
        }
    },
    LOGIN("login", "NAME", "log in; the password is asked for") {
        @Override
        Parsed read(String rest) {
            return Arguments.name(this, rest, Command.LogIn::new);
        }
    },
    GUEST("guest", "NAME", "play under a name, without an account") {
        @Override
        Parsed read(String rest) {
            return Arguments.name(this, rest, Command.Guest::new);
        }
    },
    LOGOUT("logout", "", "log out") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.LogOut());
        }
    },
    PASSWD("passwd", "", "change the password; old and new are asked for") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.ChangePassword());
        }
    },
    LIST("list", "", "who is online, and who of them is free") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.ListPlayers());
        }
    },
    LEADERS("leaders", "[week]", "the leaderboard of tic-tac-toe, of all time or of this week") {
        @Override
        Parsed read(String rest) {
            return switch (rest.toLowerCase(Locale.ROOT)) {
                case "" -> new Parsed.Understood(new Command.Leaders(false));
                case "week" -> new Parsed.Understood(new Command.Leaders(true));
                default -> Arguments.mistake(this);
            };
        }
    },
    BEGIN("begin", "NAME", "invite a player to tic-tac-toe") {
        @Override
        Parsed read(String rest) {
            return Arguments.name(this, rest, Command.Begin::new);
        }
    },
    ACCEPT("accept", "[NAME]", "accept an invitation") {
        @Override
        Parsed read(String rest) {
            return Arguments.perhapsName(this, rest, Command.Accept::new);
        }
    },
    REFUSE("refuse", "[NAME]", "refuse an invitation") {
        @Override
        Parsed read(String rest) {
            return Arguments.perhapsName(this, rest, Command.Refuse::new);
        }
    },
    SEND("send", "ROW COL", "make a move: row and column from 1 to 3, or one number from 1 to 9 as on the board") {
        @Override
        Parsed read(String rest) {
            return Arguments.cell(this, rest, Command.Send::new);
        }
    },
    DELAY("delay", "", "the last three delays of both players") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.Delay());
        }
    },
    END("end", "", "give the match up; without one leave the table; without that take your invitation back") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.End());
        }
    },
    AGAIN("again", "", "ask for another match at this table") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.Again());
        }
    },
    SAY("say", "TEXT", "say something to everyone at the table") {
        @Override
        Parsed read(String rest) {
            return Arguments.text(this, rest, Command.Say::new);
        }
    },
    QUICK("quick", "", "take the seat beside whoever waits longest, or wait for somebody") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.Quick());
        }
    },
    ROOMS("rooms", "", "the open rooms, numbered") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.ListRooms());
        }
    },
    JOIN("join", "NUMBER", "take the free seat of a room that 'rooms' has listed") {
        @Override
        Parsed read(String rest) {
            return Arguments.number(this, rest, Command.Join::new);
        }
    },
    HELP("help", "[COMMAND]", "this list, or one command of it") {
        @Override
        Parsed read(String rest) {
            return rest.isEmpty()
                    ? new Parsed.Understood(new Command.Help(null))
                    : find(rest)
                            .<Parsed>map(word -> new Parsed.Understood(new Command.Help(word)))
                            .orElseGet(() -> CommandReader.unknown(rest));
        }
    },
    EXIT("exit", "", "leave the table and end") {
        @Override
        Parsed read(String rest) {
            return Arguments.none(this, rest, new Command.Exit());
        }
    };

    private final String word;
    private final String arguments;
    private final String meaning;

    Word(String word, String arguments, String meaning) {
        this.word = word;
        this.arguments = arguments;
        this.meaning = meaning;
    }

    /** @param rest what follows the word, stripped */
    abstract Parsed read(String rest);

    public static Optional<Word> find(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(word -> word.word.equals(lower)).findFirst();
    }

    public String word() {
        return word;
    }

    /** The word with its arguments, those that may be missing in brackets. */
    public String usage() {
        return arguments.isEmpty() ? word : word + " " + arguments;
    }

    public String meaning() {
        return meaning;
    }
}
