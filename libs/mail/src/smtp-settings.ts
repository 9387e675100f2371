export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'none' | 'starttls' | 'tls';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Seconds the server may take to accept a connection and to greet. */
  readonly connectTimeout: number;
  /** Seconds the server may stay silent. */
  readonly socketTimeout: number;
  /** The most connections at once. */
  readonly connections: number;
}
