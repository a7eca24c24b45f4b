package dev.limber.discord.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The stand-in as a program: to try Limber by hand in the terminal, without Discord. */
public final class StandInMain {
    private StandInMain() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length > 1 || (args.length == 1 && !args[0].matches("[0-9]{1,5}"))) {
            out.println("Give the port to listen at, or nothing for any that is free.");
            System.exit(2);
        }
        int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        DiscordApi api = DiscordApi.start(Settings.defaults().withAnyToken().withPort(port));
        out.println("Stand-in of Discord at " + api.url());
        out.println("Start Limber in another terminal:");
        out.println("  LIMBER_DISCORD_TOKEN=" + api.token() + " LIMBER_DISCORD_API_URL=" + api.url()
                + " LIMBER_DISCORD_GATEWAY_URL=" + api.gatewayUrl() + " ./limber");
        out.println("Then write here: /stretch desk break is a command, [1] or press Next presses a button,");
        out.println("reply TEXT replies to the bot's last message, go general and go dm change the channel,");
        out.println("lang de speaks another language, quit ends.");
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
