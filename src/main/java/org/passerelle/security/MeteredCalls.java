package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.Metered;
import org.passerelle.platform.work.ProcessorShares;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes what a {@link Metered} call took of the processor from the share of the person who made it. */
@Configuration(proxyBeanMethods = false)
class MeteredCalls implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BEGUN = MeteredCalls.class.getName();

    private final ProcessorShares shares;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    MeteredCalls(ProcessorShares shares) {
        this.shares = shares;
    }

    /** Who makes a call, and what the thread had used before. */
    private record Call(String person, boolean oneOfFew, long usedBefore) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        @Nullable Metered metered = metered(handler);
        @Nullable String person = metered == null ? null : person();
        if (metered != null && person != null) {
            shares.begin(person, metered.fewAtOnce());
            request.setAttribute(BEGUN, new Call(person, metered.fewAtOnce(), used()));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(BEGUN) instanceof Call call) {
            request.removeAttribute(BEGUN);
            shares.end(call.person(), call.oneOfFew(), Duration.ofNanos(Math.max(0, used() - call.usedBefore())));
        }
    }

    /** Of the method or, failing that, of its controller. */
    private static @Nullable Metered metered(Object handler) {
        if (handler instanceof HandlerMethod method) {
            Metered own = method.getMethodAnnotation(Metered.class);
            return own != null ? own : method.getBeanType().getAnnotation(Metered.class);
        }
        return null;
    }

    private static @Nullable String person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof PersonAuthentication known
                ? known.getPrincipal().person().id().toString()
                : null;
    }

    private long used() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }
}
