package org.passerelle.mail.imap;

/** Where mail goes that was fetched. */
interface Ingest {

    /** Whether more can be taken now. */
    boolean hasRoom();

    /** Whether this mail can be taken now for so many recipients; while it cannot, others may. */
    default boolean hasRoomFor(String returnPath, int recipients, byte[] raw) {
        return true;
    }

    /** Whether mail to that address is ours. */
    boolean takes(String recipient);

    /** Stores a mail; the same one again does nothing. When this returns, nothing loses it any more. */
    void take(String returnPath, String recipient, byte[] raw);
}
