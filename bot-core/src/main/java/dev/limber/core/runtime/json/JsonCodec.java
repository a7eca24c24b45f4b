package dev.limber.core.runtime.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Completion;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.SubjectState;
import dev.limber.core.session.UserState;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what is stored as compact JSON with its schema version, and reads it again, older versions included. Every
 * read throws {@link UnreadableDocumentException} for a document that is damaged, or newer than this program. Safe for
 * use by many threads.
 */
public final class JsonCodec {
    private final JsonMapper mapper;
    private final DocumentFormat<StateDocument> states;
    private final DocumentFormat<ChatDocument> chats;
    private final DocumentFormat<Plan> plans;
    private final DocumentFormat<Completion> completions;
    private final DocumentFormat<OutgoingMessage> messages;
    private final DocumentFormat<NudgeDecision> nudgeDecisions;

    public JsonCodec() {
        this(Migrations.all());
    }

    JsonCodec(Migrations migrations) {
        mapper = mapper();
        states = new DocumentFormat<>(DocumentKind.STATE, StateDocument.class, mapper, migrations);
        chats = new DocumentFormat<>(DocumentKind.CHAT, ChatDocument.class, mapper, migrations);
        plans = new DocumentFormat<>(DocumentKind.PLAN, Plan.class, mapper, migrations);
        completions = new DocumentFormat<>(DocumentKind.COMPLETION, Completion.class, mapper, migrations);
        messages = new DocumentFormat<>(DocumentKind.MESSAGE, OutgoingMessage.class, mapper, migrations);
        nudgeDecisions = new DocumentFormat<>(DocumentKind.NUDGE_DECISION, NudgeDecision.class, mapper, migrations);
    }

    /** All but the plan, which {@link #writePlan} writes. */
    public String writeState(SubjectState state) {
        return switch (state) {
            case UserState person -> states.write(StateDocument.of(person));
            case ChatState chat -> chats.write(ChatDocument.of(chat));
        };
    }

    public String writePlan(Plan plan) {
        return plans.write(plan);
    }

    /** @param plan what {@link #writePlan} wrote, where a routine is under way */
    public UserState readState(String state, Optional<String> plan) {
        return states.read(state).with(plan.map(plans::read));
    }

    /** @param plan what {@link #writePlan} wrote, where a routine is done together */
    public ChatState readChat(String state, Optional<String> plan) {
        return chats.read(state).with(plan.map(plans::read));
    }

    /** The plan of the routine under way. */
    public static Optional<Plan> planOf(SubjectState state) {
        return state.stretch().map(Stretch::plan);
    }

    public String writeCompletion(Completion completion) {
        return completions.write(completion);
    }

    public Completion readCompletion(String json) {
        return completions.read(json);
    }

    public String writeMessage(OutgoingMessage message) {
        return messages.write(message);
    }

    public OutgoingMessage readMessage(String json) {
        return messages.read(json);
    }

    public String writeNudgeDecision(NudgeDecision decision) {
        return nudgeDecisions.write(decision);
    }

    public NudgeDecision readNudgeDecision(String json) {
        return nudgeDecisions.read(json);
    }

    /** Any document, as a tree. */
    public JsonNode readTree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableDocumentException("a stored document is no JSON: restore a backup");
        }
    }

    /** For people to read. */
    public String writePretty(JsonNode tree) {
        return tree.toPrettyString();
    }

    static JsonMapper mapper() {
        // Each turn has a thread of its own: buffers kept for threads would be made anew each time.
        JsonFactory factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                .build();
        return JsonMapper.builder(factory)
                .addModules(new Jdk8Module(), new JavaTimeModule(), languageTags())
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new DataTypes(), new JacksonAnnotationIntrospector()))
                // Only components count, not methods that happen to be called isLastStep().
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static SimpleModule languageTags() {
        var module = new SimpleModule("language-tags");
        module.addSerializer(new StdSerializer<>(Locale.class) {
            private static final long serialVersionUID = 1;

            @Override
            public void serialize(Locale value, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeString(value.toLanguageTag());
            }
        });
        module.addDeserializer(Locale.class, new StdDeserializer<>(Locale.class) {
            private static final long serialVersionUID = 1;

            @Override
            public Locale deserialize(JsonParser from, DeserializationContext context) throws IOException {
                return Locale.forLanguageTag(from.getValueAsString());
            }
        });
        return module;
    }
}
