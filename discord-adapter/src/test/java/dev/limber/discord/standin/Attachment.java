package dev.limber.discord.standin;

import java.util.Locale;

/**
 * A file that is attached to a message.
 *
 * @param description what is read aloud; empty where there is none
 */
public record Attachment(long id, String fileName, String description, int size, String sha256) {
    String url() {
        return "https://cdn.discordapp.com/attachments/" + id + "/" + fileName;
    }

    String contentType() {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return "image/png";
        }
        if (name.endsWith(".gif")) {
            return "image/gif";
        }
        return name.endsWith(".json") ? "application/json" : "application/octet-stream";
    }
}
