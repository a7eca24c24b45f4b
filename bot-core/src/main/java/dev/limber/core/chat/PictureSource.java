package dev.limber.core.chat;

import java.util.Optional;

/** Where adapters get the bytes of pictures. */
@FunctionalInterface
public interface PictureSource {
    /** The file of a picture, in the format that the end of its path names; empty where it is gone. */
    Optional<byte[]> find(Block.Picture picture);
}
