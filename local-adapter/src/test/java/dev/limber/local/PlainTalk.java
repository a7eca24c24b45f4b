package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plain screen with a script's lines before it, and all that it shows. */
final class PlainTalk {
    static final UserId ANNA = new UserId(TerminalChat.PLATFORM, "anna");
    static final Address HERE = new Address(TerminalChat.PLATFORM, "local", "anna", Optional.empty());
    static final Instant NOW = Instant.parse("2026-11-20T13:30:00Z");
    static final Duration PATIENT = Duration.ofSeconds(20);

    private final Path documents;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    /** @param folder in which documents get a folder of their own */
    PlainTalk(Path folder) {
        documents = folder.resolve("documents");
    }

    TerminalChat chat(ScriptedCoach coach, String input, Duration patience) {
        return chat(coach, input, patience, out);
    }

    TerminalChat chat(ScriptedCoach coach, String input, Duration patience, OutputStream output) {
        return chat(coach, new PlainScreen(bytes(input), output, complaints, false), patience);
    }

    /** Somebody sits there, at a terminal without comforts. */
    TerminalChat liveChat(ScriptedCoach coach, String input) {
        return chat(coach, new PlainScreen(bytes(input), out, complaints, true), PATIENT);
    }

    private TerminalChat chat(ScriptedCoach coach, Screen screen, Duration patience) {
        TerminalChat chat = new TerminalChat(
                ANNA, Optional.of(Locale.GERMAN), documents, InstantSource.fixed(NOW), () -> coach, screen, patience);
        coach.connect(chat);
        return chat;
    }

    private static ByteArrayInputStream bytes(String input) {
        return new ByteArrayInputStream(input.getBytes(UTF_8));
    }

    /** All that is shown until the input's regular end. */
    String talk(ScriptedCoach coach, String input) throws InterruptedException {
        assertThat(chat(coach, input, PATIENT).run()).isEqualTo(new Ending.InputEnded());
        return shown();
    }

    String shown() {
        return out.toString(UTF_8);
    }

    String complaints() {
        return complaints.toString(UTF_8);
    }

    static ScriptedCoach saying(OutgoingMessage... answers) {
        return new ScriptedCoach(body -> List.of(answers));
    }

    static ScriptedCoach echo() {
        return new ScriptedCoach(body -> List.of(Say.text("heard " + body), Say.asking("Go on?", "Yes", "No")));
    }
}
