package dev.limber.telegram;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.UserId;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Room;
import dev.limber.testkit.ChatPlatformContract;
import dev.limber.testkit.Shown;
import dev.limber.testkit.Stand;
import java.util.List;
import java.util.Optional;

class TelegramContractTest implements ChatPlatformContract {
    @Override
    public Stand open() {
        var rig = Rig.open();
        Person ann = rig.ann();
        Room group = rig.api.supergroup("Desks", ann);
        return new Stand() {
            @Override
            public ChatPlatform platform() {
                return rig.bot;
            }

            @Override
            public UserId person() {
                return Chats.user(ann.id());
            }

            @Override
            public Address privateChat() {
                return address(ann.privately());
            }

            @Override
            public Optional<Address> sharedChat() {
                return Optional.of(address(group));
            }

            private Address address(Room room) {
                return Chats.address(rig.api.botId(), room.id(), Optional.empty());
            }

            @Override
            public List<Shown> shown(Address address) {
                Room room = address.equals(privateChat()) ? ann.privately() : group;
                return room.posted().stream()
                        .map(posted -> new Shown(
                                posted.media()
                                        .map(media -> posted.text() + " [" + media.fileName() + "]")
                                        .orElseGet(posted::text),
                                posted.labels()))
                        .toList();
            }

            @Override
            public boolean block() {
                ann.blocks();
                return true;
            }

            @Override
            public void close() {
                rig.close();
            }
        };
    }
}
