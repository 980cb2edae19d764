package org.passerelle.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;

/** What Micrometer knows of any Java program: memory, collections, threads, processor, open files, age, lines of the log. */
final class MachineMetrics implements DisposableBean {

    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LogbackMetrics log = new LogbackMetrics();

    MachineMetrics(MeterRegistry registry) {
        List<MeterBinder> all = List.of(
                new JvmMemoryMetrics(),
                collections,
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics(),
                log);
        all.forEach(binder -> binder.bindTo(registry));
    }

    @Override
    public void destroy() {
        collections.close();
        log.close();
    }
}
