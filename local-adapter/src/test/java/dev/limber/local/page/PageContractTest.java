package dev.limber.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.UserId;
import dev.limber.testkit.ChatPlatformContract;
import dev.limber.testkit.Shown;
import dev.limber.testkit.Stand;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** The page is a chat platform like any other; what is sent to the browser is what the person sees. */
class PageContractTest implements ChatPlatformContract {
    @TempDir
    private Path temp;

    @Override
    public Stand open() {
        return new PageStand(temp.resolve(UUID.randomUUID().toString()));
    }

    private static final class PageStand implements Stand {
        private final Person ann = Person.named("Ann").orElseThrow();
        private final PagePlatform platform;

        PageStand(Path folder) {
            platform = new PagePlatform(
                    folder, InstantSource.system(), picture -> Optional.empty(), _ -> true, Scripted::new);
        }

        @Override
        public ChatPlatform platform() {
            return platform;
        }

        @Override
        public UserId person() {
            return ann.user();
        }

        @Override
        public Address privateChat() {
            return ann.address();
        }

        @Override
        public Optional<Address> sharedChat() {
            return Optional.empty();
        }

        @Override
        public List<Shown> shown(Address address) {
            return platform.conversations().of(ann).all().stream()
                    .map(Wire::forPage)
                    .map(entry -> shown(entry.path("content")))
                    .toList();
        }

        private static Shown shown(JsonNode content) {
            return new Shown(
                    content.path("blocks").valueStream().map(PageStand::text).collect(Collectors.joining("\n")),
                    content.path("rows")
                            .valueStream()
                            .flatMap(JsonNode::valueStream)
                            .map(button -> button.path("label").asText())
                            .toList());
        }

        private static String text(JsonNode block) {
            return block.has("pieces")
                    ? block.path("pieces")
                            .valueStream()
                            .map(piece -> piece.path("words").asText())
                            .collect(Collectors.joining())
                    : block.path("name").asText();
        }

        @Override
        public boolean block() {
            return false;
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
