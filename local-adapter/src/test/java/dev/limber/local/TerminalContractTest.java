package dev.limber.local;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.UserId;
import dev.limber.testkit.ChatPlatformContract;
import dev.limber.testkit.Stand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The terminal is a chat platform like any other; a plain screen is what the person sees. */
class TerminalContractTest implements ChatPlatformContract {
    @TempDir
    private Path temp;

    @Override
    public Stand open() {
        return new PlainStand(temp);
    }

    private static final class PlainStand implements Stand {
        private static final Pattern BETWEEN_MESSAGES = Pattern.compile("\n\n");
        private static final Pattern BETWEEN_BUTTONS = Pattern.compile("  (?=\\[\\d+] )");
        private static final Pattern NUMBER = Pattern.compile("^\\[\\d+] ");

        private final PlainTalk talk;
        private final ScriptedCoach coach = PlainTalk.echo();
        private final TerminalChat chat;

        PlainStand(Path folder) {
            talk = new PlainTalk(folder);
            chat = talk.chat(coach, "", PlainTalk.PATIENT);
        }

        @Override
        public ChatPlatform platform() {
            return chat;
        }

        @Override
        public UserId person() {
            return PlainTalk.ANNA;
        }

        @Override
        public Address privateChat() {
            return PlainTalk.HERE;
        }

        @Override
        public Optional<Address> sharedChat() {
            return Optional.empty();
        }

        @Override
        public List<dev.limber.testkit.Shown> shown(Address address) {
            return BETWEEN_MESSAGES
                    .splitAsStream(talk.shown().stripTrailing())
                    .map(PlainStand::read)
                    .toList();
        }

        private static dev.limber.testkit.Shown read(String message) {
            int lastLine = message.lastIndexOf('\n') + 1;
            if (!message.startsWith("[1] ", lastLine)) {
                return new dev.limber.testkit.Shown(message, List.of());
            }
            Stream<String> buttons = Arrays.stream(BETWEEN_BUTTONS.split(message.substring(lastLine), -1));
            return new dev.limber.testkit.Shown(
                    message.substring(0, Math.max(0, lastLine - 1)),
                    buttons.map(button -> NUMBER.matcher(button).replaceFirst(""))
                            .toList());
        }

        @Override
        public boolean block() {
            return false;
        }

        @Override
        public void close() {
            coach.close();
        }
    }
}
