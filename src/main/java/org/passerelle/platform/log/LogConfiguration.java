package org.passerelle.platform.log;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Configuration;

/** Limits the log for as long as the program runs. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration implements DisposableBean {

    private final LogRateLimit limit = new LogRateLimit(System::nanoTime);

    LogConfiguration() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(limit);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(limit);
        }
    }
}
