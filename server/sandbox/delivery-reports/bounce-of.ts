/** A mail that came back, as mail servers write it (RFC 3464, 3462). Pure. */
export interface Bounced {
  to: string
  messageId: string
}

export const bounceOf = ({ to, messageId }: Bounced): string =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mail.jnbank.example>',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <20261129.bounce@mail.jnbank.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="back"',
    '',
    '--back',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The mail system could not deliver your message.',
    '',
    '--back',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.jnbank.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--back',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    `To: ${to}`,
    '',
    '--back--',
    '',
  ].join('\r\n')
