package dev.limber.telegram.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The stand-in as a program: to try Limber by hand in the terminal, without Telegram. */
public final class StandInMain {
    private StandInMain() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length > 1 || (args.length == 1 && !args[0].matches("[0-9]{1,5}"))) {
            out.println("Give the port to listen at, or nothing for any that is free.");
            System.exit(2);
        }
        int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        BotApi api = BotApi.start(Settings.defaults().withAnyToken().withPort(port));
        out.println("Stand-in of the Bot API at " + api.url());
        out.println("Start Limber in another terminal:");
        out.println("  LIMBER_TELEGRAM_TOKEN=" + api.token() + " LIMBER_TELEGRAM_API_URL=" + api.url() + " ./limber");
        out.println("Then write here. [Next] or /press Next presses a button, /lang de speaks another language,");
        out.println("/group TEXT says it in a group, /quit ends.");
        Console console = new Console(api, out::println);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        while (line != null && console.type(line)) {
            line = in.readLine();
        }
        if (line != null) {
            api.close();
        }
        // Where the input has ended, the server goes on until the program is ended by a signal.
    }
}
