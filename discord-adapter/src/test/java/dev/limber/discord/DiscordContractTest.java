package dev.limber.discord;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.UserId;
import dev.limber.discord.api.Place;
import dev.limber.discord.standin.Attachment;
import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.testkit.ChatPlatformContract;
import dev.limber.testkit.Shown;
import dev.limber.testkit.Stand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class DiscordContractTest implements ChatPlatformContract {
    @Override
    public Stand open() {
        DiscordApi api = DiscordApi.start();
        Person ann = api.person("Ann", "en-US");
        Person bob = api.person("Bob", "de");
        Channel general = api.server("Desks", ann, bob).general();
        var rig = Rig.open(api);
        return new Stand() {
            @Override
            public ChatPlatform platform() {
                return rig.bot;
            }

            @Override
            public UserId person() {
                return Place.user(ann.id());
            }

            @Override
            public Address privateChat() {
                return new Place(Place.Kind.DIRECT, ann.dm().id()).address(api.botId());
            }

            @Override
            public Optional<Address> sharedChat() {
                return Optional.of(new Place(Place.Kind.SERVER, general.id()).address(api.botId()));
            }

            @Override
            public List<Shown> shown(Address address) {
                List<Posted> posted = address.equals(privateChat()) ? ann.dm().posted() : general.seenBy(bob);
                return posted.stream()
                        .map(message -> new Shown(message.text() + files(message), message.labels()))
                        .toList();
            }

            private String files(Posted message) {
                return message.attachments().stream().map(Attachment::fileName).collect(Collectors.joining());
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
