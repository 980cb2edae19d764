package org.passerelle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** All that the program logs during a test, down to DEBUG. */
public final class RecordedLog extends AppenderBase<ILoggingEvent> implements BeforeEachCallback, AfterEachCallback {

    private final List<ILoggingEvent> log = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.passerelle");

    @Override
    public void beforeEach(ExtensionContext test) {
        log.clear();
        start();
        ours.addAppender(this);
        ours.setLevel(Level.DEBUG);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ours.setLevel(Level.INFO);
        ours.detachAppender(this);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        log.add(event);
    }

    /** In order; more may come. */
    public List<ILoggingEvent> events() {
        return log;
    }
}
