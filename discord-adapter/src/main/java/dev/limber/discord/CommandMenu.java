package dev.limber.discord;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.adapter.Backoff;
import dev.limber.discord.api.Calls;
import dev.limber.discord.api.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands that clients offer, with their names in each language; told to Discord all at once, and only when they
 * have changed since they were told last, by whichever process. Tells them in the background, until it succeeds.
 */
final class CommandMenu implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);
    private static final String KEY = "commands";
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    private final AdapterMemory memory;
    private final CompletionStage<JDA> introduced;
    private final AtomicReference<String> wanted = new AtomicReference<>("");
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param introduced until then it is not known that there is such a bot, and nothing is told */
    CommandMenu(AdapterMemory memory, CompletionStage<JDA> introduced) {
        this.memory = memory;
        this.introduced = introduced;
    }

    void publish(List<CommandSpec> commands) {
        List<SlashCommandData> menu =
                commands.stream().map(CommandMenu::command).toList();
        String hash = hash(menu);
        wanted.set(hash);
        introduced.thenAccept(jda -> Thread.ofVirtual().name("discord-commands").start(() -> tell(jda, menu, hash)));
    }

    /** It can be called everywhere: in servers, in the chat with the bot, and where people have brought it along. */
    private static SlashCommandData command(CommandSpec spec) {
        SlashCommandData command = Commands.slash(spec.name(), english(spec.descriptions()))
                .setNameLocalizations(localized(spec.localNames()))
                .setDescriptionLocalizations(localized(spec.descriptions()))
                .setContexts(
                        InteractionContextType.GUILD,
                        InteractionContextType.BOT_DM,
                        InteractionContextType.PRIVATE_CHANNEL)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
        spec.argument().map(CommandMenu::option).ifPresent(command::addOptions);
        return command;
    }

    private static OptionData option(CommandSpec.Argument argument) {
        return new OptionData(
                        OptionType.STRING, english(argument.names()), english(argument.descriptions()), false, true)
                .setNameLocalizations(localized(argument.names()))
                .setDescriptionLocalizations(localized(argument.descriptions()));
    }

    private static String english(Map<Locale, String> texts) {
        return Optional.ofNullable(texts.get(Locale.ENGLISH))
                .orElseThrow(() -> new IllegalArgumentException("a command must be described in English"));
    }

    /** English is what those get whose language is not among them. */
    private static Map<DiscordLocale, String> localized(Map<Locale, String> texts) {
        var localized = new HashMap<DiscordLocale, String>();
        texts.forEach((language, text) -> Arrays.stream(DiscordLocale.values())
                .filter(locale -> locale != DiscordLocale.UNKNOWN)
                .filter(locale -> locale.toLocale().getLanguage().equals(language.getLanguage()))
                .filter(_ -> !language.getLanguage().equals(Locale.ENGLISH.getLanguage()))
                .forEach(locale -> localized.put(locale, text)));
        return localized;
    }

    private void tell(JDA jda, List<SlashCommandData> menu, String hash) {
        Duration wait = BACKOFF.shortest();
        try {
            while (isWanted(hash) && !tellOnce(jda, menu, hash)) {
                if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                wait = BACKOFF.after(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A newer one may have come meanwhile. */
    private boolean isWanted(String hash) {
        return closed.getCount() > 0 && wanted.get().equals(hash);
    }

    /** @return false where it is to be tried again */
    private synchronized boolean tellOnce(JDA jda, List<SlashCommandData> menu, String hash) {
        String bot = jda.getSelfUser().getId();
        try {
            if (memory.find(Place.PLATFORM, bot, KEY).equals(Optional.of(hash))) {
                return true;
            }
            Calls.queued(jda.updateCommands().addCommands(menu));
            memory.put(Place.PLATFORM, bot, KEY, hash);
            LOG.info("the commands were told to Discord");
            return true;
        } catch (RuntimeException e) {
            if (closed.getCount() == 0) {
                // Cut short by the end; whoever starts next tells them.
                return true;
            }
            LOG.warn("the commands were not taken, trying again: {}", reason(e));
            return false;
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof ErrorResponseException ? Calls.shown(e) : String.valueOf(e.getMessage());
    }

    private static String hash(List<SlashCommandData> menu) {
        String all = menu.stream()
                .map(command -> canonical(command.toData().toMap()))
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same for the same, in every process. */
    private static String canonical(@Nullable Object json) {
        return switch (json) {
            case null -> "null";
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, String>();
                map.forEach((key, value) -> sorted.put(String.valueOf(key), canonical(value)));
                yield sorted.toString();
            }
            case List<?> list ->
                list.stream().map(CommandMenu::canonical).toList().toString();
            default -> json.toString();
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
