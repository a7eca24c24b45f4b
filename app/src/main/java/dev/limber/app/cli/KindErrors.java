package dev.limber.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what could not be understood, what was perhaps meant, and where to look; not the whole help. */
final class KindErrors implements IParameterExceptionHandler {
    /** Telegram's, with something after the colon that is too long for a port or a time; or Discord's three parts. */
    private static final Pattern TOKEN =
            Pattern.compile("[0-9]+:[A-Za-z0-9_-]{6,}|[A-Za-z0-9_-]{17,}\\.[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{17,}");

    /** Who logs in with what, before the host of a URL. */
    private static final Pattern LOGIN = Pattern.compile("(?<=://)\\S*@");

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        Matcher token = TOKEN.matcher(LOGIN.matcher(message(problem)).replaceAll("***@"));
        err.println(token.replaceAll("<token>"));
        if (token.reset().find()) {
            err.println("A token is a secret, and others can see a command line: set LIMBER_TELEGRAM_TOKEN or"
                    + " LIMBER_DISCORD_TOKEN instead.");
        }
        List<String> near = near(problem);
        if (!near.isEmpty()) {
            err.println("Did you mean "
                    + near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or ")) + "?");
        }
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' tells what there is.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().getFirst();
            String kind = first.startsWith("-") ? "option" : "command";
            return problem.getCommandLine().getCommandSpec().qualifiedName() + " has no " + kind + " '" + first + "'.";
        }
        return problem.getMessage() + ".";
    }

    private static List<String> near(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(2).toList()
                : List.of();
    }
}
