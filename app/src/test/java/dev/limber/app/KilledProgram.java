package dev.limber.app;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.session.Lane;
import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/**
 * A whole Limber with eight busy people, to be killed. Its journal has a line for each turn that was acknowledged
 * ({@code A person ids…}) and for each message that reached the platform ({@code D id}). Arguments: a data folder, the
 * journal, and {@code talk} or {@code rest}; at rest it only delivers what is owed, and ends.
 */
final class KilledProgram {
    static final Platform PLATFORM = new Platform("journal");
    static final int PEOPLE = 8;

    private final FileChannel journal;
    private final Map<Long, CountDownLatch> arrivals = new ConcurrentHashMap<>();

    private KilledProgram(Path journal) throws IOException {
        this.journal = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    public static void main(String[] arguments) throws Exception {
        var program = new KilledProgram(Path.of(arguments[1]));
        try (SqliteStore store = SqliteStore.open(StorageConfig.Sqlite.in(Path.of(arguments[0])));
                Limber limber = new Limber(store, mind(), InstantSource.system(), RuntimeConfig.standard())) {
            limber.start(List.of(program.new JournalPlatform()));
            if (arguments[2].equals("talk")) {
                program.write("S");
                program.talk(limber);
            } else {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> store.owed(PLATFORM, Lane.ANSWER, new DeliveryId(0), 1)
                                .isEmpty());
            }
        }
    }

    private static Mind mind() {
        Content content = switch (ContentReader.read(List.of(Pack.builtIn()))) {
            case ContentReading.Accepted(Content read, var warnings) -> read;
            case ContentReading.Refused(var faults) -> throw new IllegalStateException(faults.toString());
        };
        return Mind.of(new Coach(), () -> content, new Defaults(Locale.ENGLISH, ZoneOffset.UTC));
    }

    /** Until killed. */
    private void talk(Limber limber) throws InterruptedException {
        for (int i = 0; i < PEOPLE; i++) {
            String person = Integer.toString(i);
            Thread.ofVirtual().start(() -> {
                say(limber, person, new Body.CommandCalled("stretch", "full-back"));
                say(limber, person, new Body.TextWritten("skip"));
                while (true) {
                    say(limber, person, new Body.TextWritten("again"));
                }
            });
        }
        Thread.currentThread().join();
    }

    private void say(Limber limber, String person, Body body) {
        var message = new IncomingMessage(
                UUID.randomUUID().toString(),
                new UserId(PLATFORM, person),
                new Address(PLATFORM, "bot", person, Optional.empty()),
                true,
                Optional.empty(),
                Optional.of(Locale.ENGLISH),
                Optional.empty(),
                body);
        Receipt receipt = limber.accept(message).toCompletableFuture().join();
        var line = new StringBuilder("A ").append(person);
        receipt.owed().forEach(id -> line.append(' ').append(id));
        write(line.toString());
        receipt.owed().forEach(id -> await(arrival(id.value())));
    }

    private static void await(CountDownLatch arrival) {
        try {
            arrival.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private CountDownLatch arrival(long id) {
        return arrivals.computeIfAbsent(id, unknown -> new CountDownLatch(1));
    }

    /** One write, appended whole: a killed process leaves no half of a line. */
    private void write(String line) {
        try {
            journal.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class JournalPlatform implements ChatPlatform {
        @Override
        public Platform id() {
            return PLATFORM;
        }

        @Override
        public Limits limits() {
            return new Limits(4_096, 5, 10, true);
        }

        @Override
        public Duration recognisesRepeatsFor() {
            return Duration.ZERO;
        }

        @Override
        public Pace pace() {
            return Pace.unlimited();
        }

        @Override
        public void publish(List<CommandSpec> commands) {
            // Nobody looks at a menu here.
        }

        @Override
        public Delivery deliver(Envelope envelope) {
            write("D " + envelope.id());
            arrival(envelope.id().value()).countDown();
            return new Delivery.Delivered(
                    new MessageRef(envelope.to(), envelope.id().toString()));
        }

        @Override
        public boolean mayManage(UserId user, Address address) {
            return true;
        }
    }
}
