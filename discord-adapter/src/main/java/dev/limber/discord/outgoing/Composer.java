package dev.limber.discord.outgoing;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.chat.UserId;
import dev.limber.discord.api.ButtonData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes messages of Discord's second kind of components, all of them, because no message can change its kind. */
final class Composer {
    private static final Logger LOG = LoggerFactory.getLogger(Composer.class);
    /** A calm green that stands out on dark and light. */
    private static final int ACCENT = 0x3BA58B;

    /** Discord refuses a message without any text; this one is not seen. */
    private static final String NOTHING = "\u200B";

    private final PictureSource pictures;

    Composer(PictureSource pictures) {
        this.pictures = pictures;
    }

    /** A message that can be posted, or take the place of another; made anew for each attempt, for its files are read once. */
    record Composed(List<MessageTopLevelComponent> components) {
        MessageCreateData create() {
            return new MessageCreateBuilder()
                    .useComponentsV2(true)
                    .setComponents(components)
                    .setAllowedMentions(List.of())
                    .mentionRepliedUser(false)
                    .build();
        }

        /** Files that were there before are dropped. */
        MessageEditData edit() {
            return new MessageEditBuilder()
                    .useComponentsV2(true)
                    .setComponents(components)
                    .setAttachments(List.of())
                    .setAllowedMentions(List.of())
                    .mentionRepliedUser(false)
                    .build();
        }
    }

    /** @param owner is noted with each button, where others could press it */
    Composed compose(Part part, Optional<UserId> owner) {
        var inner = new ArrayList<ContainerChildComponent>();
        if (!part.text().isBlank()) {
            inner.add(TextDisplay.of(part.text()));
        }
        List<MediaGalleryItem> shown = part.pictures().stream()
                .flatMap(picture -> item(picture).stream())
                .toList();
        if (!shown.isEmpty()) {
            inner.add(MediaGallery.of(shown));
        }
        part.documents().forEach(document -> {
            FileUpload file = FileUpload.fromData(document.text().getBytes(StandardCharsets.UTF_8), document.name());
            inner.add(FileDisplay.fromFile(file));
        });
        part.buttons()
                .forEach(row -> inner.add(ActionRow.of(
                        row.stream().map(button -> button(button, owner)).toList())));
        if (inner.isEmpty()) {
            inner.add(TextDisplay.of(NOTHING));
        }
        List<MessageTopLevelComponent> top = part.isFramed()
                ? List.of(Container.of(inner).withAccentColor(ACCENT))
                : inner.stream().map(MessageTopLevelComponent.class::cast).toList();
        return new Composed(top);
    }

    /** One line. */
    Composed line(String words) {
        return new Composed(List.of(TextDisplay.of(Markdown.escape(words))));
    }

    Composed invitation(PrivateInvitation invitation, Optional<UserId> owner) {
        var data = new ButtonData(new ButtonData.Action.Accept(invitation.start()), owner);
        return new Composed(List.of(
                TextDisplay.of(Markdown.escape(invitation.words())),
                ActionRow.of(Button.primary(data.written(), invitation.label()))));
    }

    private static Button button(dev.limber.core.chat.Button button, Optional<UserId> owner) {
        String data = new ButtonData(new ButtonData.Action.Press(button.data()), owner).written();
        return Button.of(style(button.style()), data, button.label());
    }

    private static net.dv8tion.jda.api.components.buttons.ButtonStyle style(ButtonStyle style) {
        return switch (style) {
            case PRIMARY -> net.dv8tion.jda.api.components.buttons.ButtonStyle.PRIMARY;
            case NORMAL -> net.dv8tion.jda.api.components.buttons.ButtonStyle.SECONDARY;
            case DANGER -> net.dv8tion.jda.api.components.buttons.ButtonStyle.DANGER;
        };
    }

    private Optional<MediaGalleryItem> item(Block.Picture picture) {
        Optional<byte[]> bytes = pictures.find(picture);
        if (bytes.isEmpty()) {
            LOG.warn("the picture {} is gone; the words come without it", picture.path());
            return Optional.empty();
        }
        String name = picture.path().substring(picture.path().lastIndexOf('/') + 1);
        MediaGalleryItem item = MediaGalleryItem.fromFile(FileUpload.fromData(bytes.get(), name));
        return Optional.of(
                picture.alternative().isBlank() ? item : item.withDescription(shortened(picture.alternative())));
    }

    private static String shortened(String alternative) {
        int most = MediaGalleryItem.MAX_DESCRIPTION_LENGTH;
        return alternative.length() <= most
                ? alternative
                : alternative.substring(0, alternative.offsetByCodePoints(0, most / 2)) + "…";
    }
}
