package dev.limber.telegram;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.api.Presses;
import dev.limber.telegram.api.Reply;
import dev.limber.telegram.incoming.Intake;
import dev.limber.telegram.outgoing.Deliverer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/** Limber as a bot in Telegram. */
public final class TelegramBot implements OnlinePlatform {
    public static final Platform PLATFORM = Chats.PLATFORM;

    private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);
    private static final Limits LIMITS = new Limits(4096, 8, 12, true);
    /** One message a second in a chat, twenty a minute in a group. */
    private static final Duration BETWEEN_PRIVATE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_SHARED = Duration.ofSeconds(3);

    private static final Set<String> MANAGERS = Set.of("creator", "administrator");

    private final TelegramConfig config;
    private final InstantSource clock;
    private final BotClient client;
    private final Presses presses;
    private final LatestMessages latest = new LatestMessages();
    private final CompletableFuture<BotAccount> introduced = new CompletableFuture<>();
    private final AtomicReference<Set<String>> commandNames = new AtomicReference<>(Set.of());
    private final Deliverer deliverer;
    private final CommandMenu menu;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final AtomicReference<Optional<Connection>> connection = new AtomicReference<>(Optional.empty());

    public TelegramBot(TelegramConfig config, AdapterMemory memory, PictureSource pictures, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        client = new BotClient(
                config.token(),
                config.server(),
                config.timing().patience(),
                config.timing().longPoll());
        presses = new Presses(client);
        long botId = config.token().botId();
        deliverer = Deliverer.of(client, presses, memory, botId, pictures, latest, this::account, clock);
        menu = new CommandMenu(client, memory, botId, introduced);
    }

    @Override
    public String name() {
        return "Telegram";
    }

    @Override
    public Beginning begin(Inbox inbox) {
        var intake = new Intake(presses, inbox, latest, commandNames::get, clock);
        var opened = new Connection(config, client, intake, introduced, end, clock);
        connection.set(Optional.of(opened));
        return opened.begin();
    }

    private Optional<BotAccount> account() {
        return introduced.isDone() ? Optional.of(introduced.join()) : Optional.empty();
    }

    @Override
    public CompletionStage<String> introduced() {
        return introduced.thenApply(BotAccount::mention);
    }

    @Override
    public CompletionStage<String> end() {
        return end;
    }

    @Override
    public Optional<Instant> lastHeard() {
        return liveness().lastHeard();
    }

    public Liveness liveness() {
        return connection
                .get()
                .map(Connection::liveness)
                .orElseGet(() -> new Liveness(Optional.empty(), Duration.ZERO, 0));
    }

    @Override
    public Platform id() {
        return PLATFORM;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return Duration.ZERO;
    }

    @Override
    public Pace pace() {
        Duration between = Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / config.perSecond()));
        return new Pace(between, BETWEEN_PRIVATE, BETWEEN_SHARED);
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        commandNames.set(commands.stream()
                .flatMap(command -> Stream.concat(Stream.of(command.name()), command.localNames().values().stream()))
                .collect(Collectors.toUnmodifiableSet()));
        menu.publish(commands);
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        return deliverer.deliver(envelope);
    }

    /** Asks Telegram; where it cannot say, the answer is no. */
    @Override
    public boolean mayManage(UserId user, Address address) {
        if (!Chats.isShared(address)) {
            return address.chat().equals(user.id());
        }
        if (address.chat().equals(user.id())) {
            // Only those who manage a group can write in its name.
            return true;
        }
        Reply<ChatMember> reply = client.call(GetChatMember.builder()
                .chatId(address.chat())
                .userId(Long.valueOf(user.id()))
                .build());
        if (reply instanceof Reply.Done<ChatMember>(ChatMember member)) {
            return MANAGERS.contains(member.getStatus());
        }
        LOG.warn("Telegram does not say who may manage a group: {}", reply.shown());
        return false;
    }

    @Override
    public void stopTaking() {
        connection.get().ifPresent(Connection::close);
    }

    @Override
    public void giveWay() {
        connection.get().ifPresent(Connection::giveWay);
    }

    @Override
    public void close() {
        stopTaking();
        menu.close();
        client.close();
    }
}
