package org.passerelle.photo;

import org.passerelle.directory.RoomId;

/**
 * What a room looks like.
 *
 * @param jpeg the picture
 * @param tag of these very bytes
 */
public record RoomPhoto(RoomId room, byte[] jpeg, String tag, int width, int height) {}
