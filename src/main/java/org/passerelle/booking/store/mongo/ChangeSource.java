package org.passerelle.booking.store.mongo;

import java.util.Map;

/** Opens streams of what is written to a collection, by whatever node. */
interface ChangeSource {

    /** @throws NotOffered if the server has no such streams */
    StoreChanges open();

    /** What is written from the moment of opening on. After an exception it is only good for closing. */
    interface StoreChanges extends AutoCloseable {

        /** The documents written since the last call and the version each was given last; waits for about a second. */
        Map<String, Long> next();

        @Override
        void close();
    }

    /** Only replica sets tell of changes. */
    class NotOffered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotOffered(Throwable cause) {
            super("The database tells nobody of changes", cause);
        }
    }
}
