package dev.limber.telegram;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.adapter.Backoff;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.api.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/**
 * The menu of commands that clients show, in each language, for private chats and for groups; told to Telegram only when
 * it has changed since it was told last, by whichever process. Tells it in the background, until it succeeds.
 */
final class CommandMenu implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);
    private static final String KEY = "commands";
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private static final List<BotCommandScope> SCOPES =
            List.of(new BotCommandScopeAllPrivateChats(), new BotCommandScopeAllGroupChats());

    private final BotClient client;
    private final AdapterMemory memory;
    private final String bot;
    private final CompletionStage<?> introduced;
    private final AtomicReference<Optional<Menu>> wanted = new AtomicReference<>(Optional.empty());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param introduced until then it is not known that there is such a bot, and nothing is told */
    CommandMenu(BotClient client, AdapterMemory memory, long botId, CompletionStage<?> introduced) {
        this.introduced = introduced;
        this.client = client;
        this.memory = memory;
        this.bot = Long.toString(botId);
    }

    /**
     * All that Telegram is to know.
     *
     * @param languages that have commands of their own
     */
    private record Menu(List<SetMyCommands> calls, Set<String> languages) {
        String hash() {
            String all = calls.stream()
                    .map(call -> call.getScope().getType() + " " + call.getLanguageCode() + " "
                            + call.getCommands().stream()
                                    .map(command -> command.getCommand() + "=" + command.getDescription())
                                    .collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n\n"));
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    void publish(List<CommandSpec> commands) {
        Menu menu = menu(commands);
        wanted.set(Optional.of(menu));
        introduced.thenRun(() -> Thread.ofVirtual().name("telegram-commands").start(() -> tell(menu)));
    }

    /** English is what those get who have no menu in their language. */
    private static Menu menu(List<CommandSpec> commands) {
        // Telegram has menus by language alone, and by two letters.
        Map<String, Locale> languages = commands.stream()
                .flatMap(command -> command.descriptions().keySet().stream())
                .filter(language -> language.getLanguage().length() == 2)
                .collect(Collectors.toMap(
                        Locale::getLanguage, language -> language, CommandMenu::plainer, TreeMap::new));
        var calls = new ArrayList<SetMyCommands>();
        var codes = new TreeSet<String>();
        for (BotCommandScope scope : SCOPES) {
            calls.add(call(commands, scope, Locale.ENGLISH, Optional.empty()));
            languages.forEach((code, language) -> {
                if (!code.equals(Locale.ENGLISH.getLanguage())) {
                    codes.add(code);
                    calls.add(call(commands, scope, language, Optional.of(code)));
                }
            });
        }
        return new Menu(List.copyOf(calls), codes);
    }

    private static Locale plainer(Locale one, Locale other) {
        return one.toLanguageTag().length() <= other.toLanguageTag().length() ? one : other;
    }

    private static SetMyCommands call(
            List<CommandSpec> commands, BotCommandScope scope, Locale language, Optional<String> code) {
        boolean group = scope instanceof BotCommandScopeAllGroupChats;
        List<BotCommand> listed = commands.stream()
                .filter(command -> !group || !command.onlyPerson())
                .map(command -> new BotCommand(
                        text(command.localNames(), language, command.name()),
                        text(command.descriptions(), language, command.name())))
                .toList();
        var call = new SetMyCommands(listed, scope, null);
        code.ifPresent(call::setLanguageCode);
        return call;
    }

    private static String text(Map<Locale, String> texts, Locale language, String otherwise) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> Optional.ofNullable(texts.get(Locale.ENGLISH)))
                .orElse(otherwise);
    }

    private void tell(Menu menu) {
        Duration wait = BACKOFF.shortest();
        try {
            Optional<Duration> pause = isWanted(menu) ? tellOnce(menu, wait) : Optional.empty();
            while (pause.isPresent() && !closed.await(pause.get().toMillis(), TimeUnit.MILLISECONDS)) {
                wait = BACKOFF.after(wait);
                pause = isWanted(menu) ? tellOnce(menu, wait) : Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A newer one may have come meanwhile. */
    private boolean isWanted(Menu menu) {
        return closed.getCount() > 0 && wanted.get().equals(Optional.of(menu));
    }

    /**
     * @param wait how long to wait where Telegram does not say
     * @return how long to wait before it is tried again; empty where all is told
     */
    private synchronized Optional<Duration> tellOnce(Menu menu, Duration wait) {
        try {
            List<String> told = Arrays.asList(
                    memory.find(Chats.PLATFORM, bot, KEY).orElse("").split(" ", -1));
            if (told.getFirst().equals(menu.hash())) {
                return Optional.empty();
            }
            for (BotApiMethodBoolean call : calls(menu, told)) {
                Reply<Boolean> reply = client.call(call);
                if (!(reply instanceof Reply.Done<Boolean>)) {
                    if (closed.getCount() == 0) {
                        // Cut short by the end; whoever starts next tells it.
                        return Optional.empty();
                    }
                    LOG.warn("the menu of commands was not taken, trying again: {}", reply.shown());
                    return Optional.of(reply.askedToWait()
                            .filter(asked -> asked.compareTo(wait) > 0)
                            .orElse(wait));
                }
            }
            String languages = menu.languages().stream().map(code -> " " + code).collect(Collectors.joining());
            memory.put(Chats.PLATFORM, bot, KEY, menu.hash() + languages);
            LOG.info("the menu of commands was told to Telegram");
            return Optional.empty();
        } catch (RuntimeException e) {
            if (closed.getCount() == 0) {
                return Optional.empty();
            }
            LOG.warn("the menu of commands could not be told: {}", e.getMessage());
            return Optional.of(wait);
        }
    }

    /** @param told the hash of what was told last, and the languages of it, which may be gone now */
    private static List<BotApiMethodBoolean> calls(Menu menu, List<String> told) {
        var calls = new ArrayList<BotApiMethodBoolean>(menu.calls());
        told.stream()
                .skip(1)
                .filter(code -> !menu.languages().contains(code))
                .forEach(code -> SCOPES.forEach(scope -> calls.add(new DeleteMyCommands(scope, code))));
        return calls;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
