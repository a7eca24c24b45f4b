package dev.limber.discord;

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
import dev.limber.discord.api.Place;
import dev.limber.discord.incoming.Intake;
import dev.limber.discord.interaction.Interactions;
import dev.limber.discord.outgoing.Deliverer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.events.GenericEvent;

/** Limber as a bot in Discord. */
public final class DiscordBot implements OnlinePlatform {
    public static final Platform PLATFORM = Place.PLATFORM;

    /** A little less than forty a second; Discord allows fifty, answers included. */
    private static final Pace PACE = new Pace(Duration.ofMillis(26), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Interactions interactions;
    private final LatestMessages latest = new LatestMessages();
    private final AtomicReference<Set<String>> onlyPerson = new AtomicReference<>(Set.of());
    private final AtomicReference<Optional<Intake>> intake = new AtomicReference<>(Optional.empty());
    private final InstantSource clock;
    private final Connection connection;
    private final Deliverer deliverer;
    private final CommandMenu menu;

    public DiscordBot(DiscordConfig config, AdapterMemory memory, PictureSource pictures, InstantSource clock) {
        this.clock = clock;
        interactions = new Interactions(config.timing().acknowledge());
        connection = new Connection(config, this::hear, clock);
        deliverer = new Deliverer(connection.shards(), connection.limits(), interactions, pictures, latest, clock);
        menu = new CommandMenu(memory, connection.introduced().thenApply(SelfUser::getJDA));
    }

    private void hear(GenericEvent event) {
        intake.get().ifPresent(listening -> listening.onEvent(event));
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public Platform id() {
        return PLATFORM;
    }

    @Override
    public Limits limits() {
        return Deliverer.LIMITS;
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public Beginning begin(Inbox inbox) {
        intake.set(Optional.of(new Intake(
                inbox,
                interactions,
                latest,
                deliverer::aside,
                name -> onlyPerson.get().contains(name),
                clock)));
        return connection.begin();
    }

    @Override
    public CompletionStage<String> introduced() {
        return connection.introduced().thenApply(self -> "@" + self.getName());
    }

    @Override
    public Optional<Instant> lastHeard() {
        return connection.lastHeard();
    }

    @Override
    public CompletionStage<String> end() {
        return connection.end();
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        onlyPerson.set(commands.stream()
                .filter(CommandSpec::onlyPerson)
                .map(CommandSpec::name)
                .collect(Collectors.toUnmodifiableSet()));
        menu.publish(commands);
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        return deliverer.deliver(envelope);
    }

    @Override
    public boolean mayManage(UserId user, Address address) {
        return deliverer.mayManage(user, address);
    }

    /** Discord keeps nothing for later: what comes from now on is not taken, and whoever asks is told so by their client. */
    @Override
    public void stopTaking() {
        connection.drain();
        intake.get().ifPresent(Intake::close);
    }

    @Override
    public void close() {
        intake.get().ifPresent(Intake::close);
        menu.close();
        connection.close();
    }
}
