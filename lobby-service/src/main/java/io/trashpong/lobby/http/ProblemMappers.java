package io.trashpong.lobby.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.trashpong.lobby.ticket.TicketsUnavailableException;
import io.trashpong.lobby.token.KeysUnavailableException;
import io.trashpong.protocol.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of everything that a request can end with. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return Problem.of(refused.reason()).toResponse();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        var problem = Problem.of(ErrorCode.TOKEN_INVALID).toResponse();
        problem.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }

    @ServerExceptionMapper({TicketsUnavailableException.class, KeysUnavailableException.class})
    Response unavailable() {
        return Problem.of(ErrorCode.UNAVAILABLE).toResponse();
    }

    /** The platform would repeat what was sent. */
    @ServerExceptionMapper(MismatchedInputException.class)
    Response mismatched() {
        return Problem.of(ErrorCode.BAD_REQUEST).toResponse();
    }

    /** What the platform itself refuses: paths, methods, media types, bodies that are no JSON of ours. */
    @ServerExceptionMapper
    Response refusedByThePlatform(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return switch (status) {
            case 400 -> Problem.of(ErrorCode.BAD_REQUEST).toResponse();
            case 401 -> unauthenticated();
            case 403 -> Problem.of(ErrorCode.FORBIDDEN).toResponse();
            case 404 -> Problem.of(ErrorCode.NOT_FOUND).toResponse();
            case 413 -> Problem.of(ErrorCode.BODY_TOO_LARGE).toResponse();
            case 503 -> unavailable();
            default -> status < 500 ? Problem.of(status, ErrorCode.BAD_REQUEST).toResponse() : broken(refused);
        };
    }

    @ServerExceptionMapper
    Response broken(Throwable failure) {
        if (Outage.isOutage(failure)) {
            LOG.warnf("something is away: %s", failure.getClass().getSimpleName());
            return unavailable();
        }
        LOG.error("a request failed", failure);
        return Problem.of(ErrorCode.INTERNAL).toResponse();
    }
}
