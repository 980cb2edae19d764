package org.passerelle.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nothing be done that was perhaps only to be tried out: {@code dryRun} is {@code true} or {@code false}, once, and spelled so.
 * Otherwise whoever writes {@code dryRun=1} or {@code dryrun=true} would have people erased and bookings cancelled.
 */
@Configuration(proxyBeanMethods = false)
class DryRunCheck implements WebMvcConfigurer, HandlerInterceptor {

    private static final String NAME = "dryRun";
    private static final Set<String> VALUES = Set.of("true", "false");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws InvalidRequest if it cannot be told whether something is to be done */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null) {
            request.getParameterMap().entrySet().stream()
                    .filter(each -> isMeant(each.getKey()))
                    .filter(each -> !isClear(each))
                    .findFirst()
                    .ifPresent(each -> {
                        throw new InvalidRequest(NAME, "dry-run.unclear");
                    });
        }
        return true;
    }

    private static boolean isMeant(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT).equals("dryrun");
    }

    private static boolean isClear(Map.Entry<String, String[]> said) {
        return said.getKey().equals(NAME) && said.getValue().length == 1 && VALUES.contains(said.getValue()[0]);
    }
}
