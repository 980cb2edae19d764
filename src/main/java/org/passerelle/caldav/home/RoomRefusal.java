package org.passerelle.caldav.home;

import org.passerelle.directory.RoomId;

/**
 * That a room was invited and could not be had.
 *
 * @param code a stable token, such as {@code room-occupied}; empty of a room that was refused only because others were
 * @param sentence in the language of whoever invited it
 */
public record RoomRefusal(RoomId room, String code, String sentence) {}
