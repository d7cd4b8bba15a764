import { type ReactElement } from 'react';
import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

type LinkedText = AnchorProps & Omit<React.ComponentProps<'a'>, keyof AnchorProps>;
type LinkedButton = ButtonProps & Omit<React.ComponentProps<'a'>, keyof ButtonProps>;

function AnchorElement(props: LinkedText): ReactElement {
  return <Anchor {...props} />;
}

function ButtonElement(props: LinkedButton): ReactElement {
  return <Button component="a" {...props} />;
}

/** A link within the product, with the kit's look and the router's checked addresses. */
export const TextLink = createLink(AnchorElement);

/** A link within the product that looks like a button. */
export const ButtonLink = createLink(ButtonElement);
