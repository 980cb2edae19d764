package org.passerelle.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.i18n.Languages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of pages: the one chosen with {@code ?lang=}, kept in a cookie, otherwise what the browser asks for. */
@Configuration(proxyBeanMethods = false)
class LanguageChoice implements WebMvcConfigurer {

    static final String PARAMETER = "lang";

    private final LocaleResolver resolver = new SpokenOnly(inCookie());

    @Bean
    LocaleResolver localeResolver() {
        return resolver;
    }

    private static CookieLocaleResolver inCookie() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocaleFunction(LanguageChoice::wished);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Switch(resolver));
    }

    private static Locale wished(HttpServletRequest request) {
        List<Locale> wishes = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? List.of()
                : Collections.list(request.getLocales());
        return wishes.stream()
                .flatMap(wish -> Languages.find(wish).stream())
                .findFirst()
                .orElse(Languages.DEFAULT);
    }

    /** Reads a cookie that holds something else as English. */
    private record SpokenOnly(CookieLocaleResolver cookie) implements LocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Languages.nearest(cookie.resolveLocale(request));
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            cookie.setLocale(request, response, locale);
        }
    }

    private record Switch(LocaleResolver resolver) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            // What was wrong with a request may be its parameters, so a page that says so does not ask for them again.
            String chosen =
                    request.getDispatcherType() == DispatcherType.ERROR ? null : request.getParameter(PARAMETER);
            if (chosen != null) {
                Languages.SPOKEN.stream()
                        .filter(language -> language.toLanguageTag().equals(chosen))
                        .forEach(language -> resolver.setLocale(request, response, language));
            }
            return true;
        }
    }
}
