package org.passerelle.security.connector;

/** The open connections, each under the name that {@link #nameOf} gives it. */
interface Connections {

    /** Ends a wait for more of a request on this connection: it looks as if the client had ended. */
    void stopReading(String name);

    /** Ends a wait for the answer on this connection to be taken: it looks as if the client had gone. */
    void stopWriting(String name);

    /** Closes those that have been sending the head of a request for too long. No thread waits for them. */
    void closeThoseWithoutHead();

    static String nameOf(String address, int port) {
        return address + " " + port;
    }
}
