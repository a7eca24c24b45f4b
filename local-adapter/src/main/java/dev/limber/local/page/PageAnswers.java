package dev.limber.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Receipt;
import dev.limber.local.Typed;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page asks for, beside the files that it is made of. */
final class PageAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);

    static final int MOST_CHARACTERS = 16_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final int MOST_NAME_CHARACTERS = 200;

    private final PagePlatform platform;
    private final Person usual;
    private final PageWords words;

    PageAnswers(PagePlatform platform, Person usual, PageWords words) {
        this.platform = platform;
        this.usual = usual;
        this.words = words;
    }

    /**
     * Tells all that comes into a conversation, and whatever came since the browser heard of it last. A name that is
     * none stands for the usual person, who is told to the page first.
     */
    void follow(Context request) {
        Person person = find(query(request, "as")).orElse(usual);
        Optional<Locale> language = Languages.ofBrowser(request);
        Position read = Position.of(
                Optional.ofNullable(request.header("Last-Event-ID")).orElseGet(() -> query(request, "after")));
        request.contentType("text/event-stream");
        platform.opened(person, language);
        try {
            new Following(
                            request.res().getOutputStream(),
                            platform.conversations().of(person),
                            () -> words.in(person.user(), language),
                            read)
                    .run();
        } catch (IOException gone) {
            LOG.debug("somebody has closed the page");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what a person has typed or pressed; answered when it is durably handled, with what is owed for it. */
    void say(Context request) {
        JsonNode said = body(request);
        Person person = person(said.path("as").asText());
        String id = said.path("id").asText();
        if (!ID.matcher(id).matches()) {
            throw new BadRequestResponse("It has no id.");
        }
        Optional<Locale> language = Languages.ofBrowser(request);
        CompletionStage<Receipt> receipt = said.has("press")
                ? platform.pressed(
                                person,
                                id,
                                language,
                                said.path("press").path("key").asText(),
                                said.path("press").path("data").asText())
                        .orElseThrow(() -> new NotFoundResponse("There is no such button."))
                : typed(person, id, language, said.path("text").asText());
        request.future(() -> receipt.thenAccept(taken -> confirm(request, taken))
                .exceptionally(failed -> {
                    LOG.warn("what was said in the page could not be stored: {}", failed.getMessage());
                    request.status(HttpStatus.SERVICE_UNAVAILABLE);
                    return null;
                })
                .toCompletableFuture());
    }

    private CompletionStage<Receipt> typed(Person person, String id, Optional<Locale> language, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadRequestResponse("That is too long.");
        }
        Body body = Typed.read(text, number -> Optional.empty())
                .orElseThrow(() -> new BadRequestResponse("Nothing is said."));
        return platform.typed(person, id, language, body, text.strip());
    }

    private static void confirm(Context request, Receipt taken) {
        ObjectNode answer = Wire.JSON.createObjectNode();
        ArrayNode owed = answer.putArray("owed");
        taken.owed().forEach(delivery -> owed.add(delivery.toString()));
        json(request, answer);
    }

    /** Forgets what was said; what the coach knows of the person stays. */
    void clear(Context request) {
        Person person = person(body(request).path("as").asText());
        Conversation conversation = platform.conversations().of(person);
        conversation.clear();
        request.status(HttpStatus.NO_CONTENT);
    }

    void complete(Context request) {
        Person person = person(query(request, "as"));
        Locale language = words.in(person.user(), Languages.ofBrowser(request)).language();
        ArrayNode found = Wire.JSON.createArrayNode();
        platform.complete(person, language, query(request, "line"))
                .forEach(completion -> found.addObject()
                        .put("value", completion.value())
                        .put("label", completion.label())
                        .put("description", completion.description())
                        .put("more", completion.takesArgument()));
        json(request, found);
    }

    void people(Context request) {
        ArrayNode names = Wire.JSON.createArrayNode();
        platform.conversations().people().forEach(person -> names.add(person.name()));
        json(request, names);
    }

    /** A document of a message, to be kept: never shown as a page of ours. */
    void document(Context request) {
        Conversation conversation = platform.conversations().of(person(query(request, "as")));
        JsonNode block = conversation
                .find(query(request, "key"))
                .map(entry -> entry.content()
                        .path("blocks")
                        .path(request.queryParamAsClass("block", Integer.class).get()))
                .filter(found -> found.path("type").asText().equals("document"))
                .orElseThrow(() -> new NotFoundResponse("It is gone."));
        request.header("Content-Disposition", "attachment")
                .contentType("application/octet-stream")
                .result(block.path("text").asText());
    }

    void picture(Context request) {
        Pictures.File file = platform.pictures()
                .find(request.pathParam("hash"))
                .orElseThrow(() -> new NotFoundResponse("There is no such picture."));
        // A hash names the same picture for ever.
        request.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(file.mediaType())
                .result(file.open());
    }

    private Person person(String typed) {
        return typed.isEmpty()
                ? usual
                : find(typed).orElseThrow(() -> new BadRequestResponse("A name needs a letter or a digit."));
    }

    private static Optional<Person> find(String typed) {
        return Optional.of(typed)
                .filter(name -> name.length() <= MOST_NAME_CHARACTERS)
                .flatMap(Person::named);
    }

    private static String query(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).orElse("");
    }

    private static JsonNode body(Context request) {
        return Wire.find(request.body()).orElseThrow(() -> new BadRequestResponse("That is no JSON object."));
    }

    private static void json(Context request, JsonNode node) {
        request.contentType("application/json").result(node.toString());
    }
}
