package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Does what a call asks for. */
final class Methods implements AutoCloseable {
    private static final Table TABLE = Table.TABLE;
    private static final Validator VALIDATOR = new Validator(TABLE);

    private final World world;
    private final Sending sending;
    private final Editing editing;
    private Optional<Webhook> webhook = Optional.empty();

    Methods(World world) {
        this.world = world;
        this.sending = new Sending(world);
        this.editing = new Editing(world);
    }

    /** @throws Refusal where the server would say no */
    JsonNode call(Request request) throws InterruptedException {
        VALIDATOR.fault(request.method(), request.params()).ifPresent(fault -> {
            throw Refusal.violation(fault);
        });
        return switch (request.method()) {
            case "sendMessage" -> sending.text(request);
            case "sendPhoto" -> sending.media(request, Media.Kind.PHOTO);
            case "sendAnimation" -> sending.media(request, Media.Kind.ANIMATION);
            case "sendDocument" -> sending.media(request, Media.Kind.DOCUMENT);
            case "sendChatAction" -> sending.action(request);
            case "editMessageText" -> editing.text(request);
            case "editMessageCaption" -> editing.caption(request);
            case "editMessageMedia" -> editing.media(request);
            case "editMessageReplyMarkup" -> editing.markup(request);
            case "deleteMessage" -> editing.delete(request);
            case "answerCallbackQuery" -> answer(request);
            case "getUpdates" -> updates(request);
            case "getMe" -> me();
            case "setWebhook" -> setWebhook(request);
            case "deleteWebhook" -> deleteWebhook(request);
            case "getWebhookInfo" -> webhookInfo();
            case "setMyCommands" -> world.menu().set(request);
            case "getMyCommands" -> world.menu().get(request);
            case "deleteMyCommands" -> world.menu().delete(request);
            case "getChatMember" -> Chats.member(world, request);
            default -> throw Refusal.of(404, "Not Found");
        };
    }

    private JsonNode me() {
        return Forms.bot(world)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", !world.privacy())
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode answer(Request request) {
        String text = request.text("text").orElse("");
        if (text.length() > TABLE.limit("callbackAnswer")) {
            throw Refusal.violation("MESSAGE_TOO_LONG");
        }
        Duration limit = Duration.ofSeconds(TABLE.limit("callbackAnswerSeconds"));
        Press press = world.findPress(request.text("callback_query_id").orElse(""))
                .filter(each -> !world.now().isAfter(each.at().plus(limit)))
                .filter(each -> each.answer(Optional.of(text), request.flag("show_alert")))
                .orElseThrow(() -> Refusal.bad("query is too old and response timeout expired or query ID is invalid"));
        world.tell(watcher -> watcher.answered(press));
        return Json.bool(true);
    }

    private JsonNode updates(Request request) throws InterruptedException {
        int limit = request.number("limit", TABLE.limit("updatesAtOnce"));
        int timeout = request.number("timeout", 0);
        if (limit < 1 || limit > TABLE.limit("updatesAtOnce") || timeout < 0) {
            throw Refusal.violation("limit or timeout is out of bounds");
        }
        synchronized (this) {
            if (webhook.isPresent()) {
                throw Refusal.conflict(
                        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }
        }
        request.texts("allowed_updates").ifPresent(world.updates()::allow);
        Duration wait = Duration.ofSeconds(Math.min(timeout, TABLE.limit("pollSeconds")));
        return world.updates().poll(request.number("offset", 0), limit, wait);
    }

    private synchronized JsonNode setWebhook(Request request) {
        String url = request.text("url").orElse("");
        Optional<String> secret = request.text("secret_token");
        if (!secret.map(each -> each.matches("[A-Za-z0-9_-]{1," + TABLE.limit("secretToken") + "}"))
                .orElse(true)) {
            throw Refusal.violation("secret token contains unallowed characters");
        }
        int connections = request.number("max_connections", 40);
        if (connections < 1 || connections > TABLE.limit("webhookConnections")) {
            throw Refusal.violation("max_connections is out of bounds");
        }
        if (url.isEmpty()) {
            return deleteWebhook(request);
        }
        if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw Refusal.violation("bad webhook: invalid webhook URL specified");
        }
        request.texts("allowed_updates").ifPresent(world.updates()::allow);
        deleteWebhook(request);
        world.updates().interruptPoll("terminated by setWebhook request");
        Webhook made = new Webhook(URI.create(url), secret, connections, world.settings(), world.updates());
        webhook = Optional.of(made);
        made.start();
        return Json.bool(true);
    }

    private synchronized JsonNode deleteWebhook(Request request) {
        webhook.ifPresent(Webhook::close);
        webhook = Optional.empty();
        if (request.flag("drop_pending_updates")) {
            world.updates().clear();
        }
        return Json.bool(true);
    }

    private synchronized JsonNode webhookInfo() {
        ObjectNode info = webhook.map(Webhook::info)
                .orElseGet(() -> Json.object()
                        .put("url", "")
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", world.updates().count()));
        world.updates().allowed().ifPresent(kinds -> {
            List<JsonNode> names = kinds.stream().map(Json::text).toList();
            info.putArray("allowed_updates").addAll(names);
        });
        return info;
    }

    /** Where updates are sent, as getWebhookInfo tells it. */
    synchronized Optional<JsonNode> webhook() {
        return webhook.map(Webhook::info);
    }

    @Override
    public synchronized void close() {
        webhook.ifPresent(Webhook::close);
        webhook = Optional.empty();
    }
}
