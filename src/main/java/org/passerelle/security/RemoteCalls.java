package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.platform.work.WorkRefused;
import org.passerelle.security.connector.RemoteWait;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets so many {@link RemoteCall remote calls} wait at a time, of each client and of all, and refuses the others with 429. */
@Configuration(proxyBeanMethods = false)
class RemoteCalls implements WebMvcConfigurer, HandlerInterceptor {

    private static final Duration ANOTHER_TRY = Duration.ofSeconds(5);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(RemoteCall.class)
                && !RemoteWait.of(request).map(RemoteWait::begin).orElse(true)) {
            throw new WorkRefused(ANOTHER_TRY);
        }
        return true;
    }
}
